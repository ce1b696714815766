/* The times of choosing and of running of a walk-forward: a lane for each fold. */
(function () {
  'use strict';
  const { data, base, timeAxis, pane, key, tip, format, figure } = window.evenkeel;
  const source = data('folds');
  if (!source) return;
  const lane = 26;

  function bars(look, params, api) {
    const box = (from, to, colour) => {
      const left = api.coord([api.value(from), api.value(0)]);
      const right = api.coord([api.value(to), api.value(0)]);
      return { type: 'rect', shape: { x: left[0], y: left[1] - 7, width: Math.max(2, right[0] - left[0]), height: 14, r: 2 }, style: { fill: colour } };
    };
    return { type: 'group', children: [box(1, 2, look.cash), box(3, 4, look.gain)] };
  }

  function tooltip(fold) {
    return tip(fold[4], [
      ['Chosen on', format.date(fold[0]) + ' to ' + format.date(fold[1])], ['Run on', format.date(fold[2]) + ' to ' + format.date(fold[3])],
      [source.metric.label + ' in sample', figure(source.metric, fold[5][0])], ['Out of sample', figure(source.metric, fold[5][1])]
    ]);
  }

  function option(look) {
    const axisOption = base(look);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { trigger: 'item', formatter: (point) => tooltip(source.folds[point.dataIndex]) }),
      grid: { left: 8, right: 16, top: 20, bottom: 28, containLabel: true },
      xAxis: timeAxis(look, { splitLine: { show: true, lineStyle: { color: look.line } } }),
      yAxis: {
        type: 'category', data: source.folds.map((fold, i) => 'Fold ' + (i + 1)), inverse: true, axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: look.ink }, splitLine: { show: false }
      },
      series: [{
        type: 'custom', renderItem: (params, api) => bars(look, params, api), encode: { x: [1, 2, 3, 4], y: 0 },
        data: source.folds.map((fold, i) => [i, fold[0], fold[1], fold[2], fold[3]])
      }]
    });
  }

  const entry = pane('folds', option);
  if (entry) {
    entry.element.style.height = source.folds.length * lane + 60 + 'px';
    key(entry, [{ name: 'chosen on', colour: 'cash', kind: 'area' }, { name: 'run on', colour: 'gain', kind: 'area' }]);
  }
})();
