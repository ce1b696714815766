/* The steps from a backtest's equity to a run's: a bar for each cause, from where the one before it ended. */
(function () {
  'use strict';
  const { data, base, valueAxis, pane, tip, format } = window.evenkeel;
  const source = data('waterfall');
  if (!source) return;

  /* The room that an amount needs; to the right of the plot the margin gives most of it. */
  const TEXT = 76;
  const steps = [];
  let sum = 0;
  source.labels.forEach((label, i) => {
    steps.push({ label: label, from: sum, to: sum + source.amounts[i], amount: source.amounts[i] });
    sum += source.amounts[i];
  });
  steps.push({ label: 'all', from: 0, to: source.all[0], amount: source.all[0], all: true });

  function bar(look) {
    return (params, api) => {
      const from = api.coord([api.value(0), params.dataIndex]);
      const to = api.coord([api.value(1), params.dataIndex]);
      const height = Math.min(24, api.size([0, 1])[1] * 0.62);
      const step = steps[params.dataIndex];
      const colour = step.all ? look.series : step.amount < 0 ? look.loss : look.gain;
      const last = params.dataIndex === steps.length - 1;
      const below = api.coord([api.value(1), Math.min(steps.length - 1, params.dataIndex + 1)]);
      /* The text stands beyond the bar, or before it where there is no room, or else within it. */
      const right = Math.max(from[0], to[0]);
      const left = Math.min(from[0], to[0]);
      const room = params.coordSys.x + params.coordSys.width - right > TEXT - 66;
      const within = !room && left - params.coordSys.x < TEXT;
      const place = room ? { x: right + 6, align: 'left' } : within ? { x: right - 6, align: 'right' } : { x: left - 6, align: 'right' };
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: { x: left, y: to[1] - height / 2, width: Math.max(2, right - left), height: height }, style: { fill: colour } },
          { type: 'line', invisible: last, shape: { x1: to[0], y1: to[1] + height / 2, x2: to[0], y2: below[1] + (step.all ? 0 : -height / 2) }, style: { stroke: look.soft, lineWidth: 1, lineDash: [2, 2] } },
          { type: 'text', style: { text: format.gain(step.amount), x: place.x, y: to[1], align: place.align, verticalAlign: 'middle', fill: within ? look.panel : look.ink, font: (step.all ? '600 ' : '') + '12px ' + look.font } }
        ]
      };
    };
  }

  function option(look) {
    const axisOption = base(look);
    const axis = { color: look.soft, hideOverlap: true, formatter: format.short };
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { trigger: 'item', formatter: tooltip }),
      grid: { left: 124, right: 84, top: 18, bottom: 46 },
      xAxis: valueAxis(look, format.short, { axisLabel: axis, name: 'USD more than the backtest', nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: look.soft } }),
      yAxis: {
        type: 'category', inverse: true, data: steps.map((step) => step.label),
        axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: look.ink, width: 114, overflow: 'truncate' }
      },
      series: [{ type: 'custom', renderItem: bar(look), encode: { x: [0, 1], y: 2 }, data: steps.map((step, i) => [step.from, step.to, i]) }]
    });
  }

  function tooltip(point) {
    const step = steps[point.dataIndex];
    return tip(step.label, [['USD', format.gain(step.amount)], ['So far', format.gain(step.to)]]);
  }

  pane('waterfall', option);
})();
