/* The times of choosing and of running of a walk-forward: a lane for each fold. */
(function () {
  'use strict';
  const { data, base, timeAxis, pane, key, tip, format, figure } = window.evenkeel;
  const source = data('folds');
  if (!source) return;
  const lane = 26;

  /* Stretches of time: from, to, from, to ... */
  const spans = (times) => times.filter((time, i) => i % 2 === 0).map((from, i) => [from, times[2 * i + 1]]);
  const words = (times) => spans(times).map((span) => format.date(span[0]) + ' to ' + format.date(span[1])).join(', ');

  function bars(look, params, api) {
    const fold = source.folds[api.value(0)];
    const box = (from, to, colour) => {
      const left = api.coord([from, api.value(0)]);
      const right = api.coord([to, api.value(0)]);
      return { type: 'rect', shape: { x: left[0], y: left[1] - 7, width: Math.max(2, right[0] - left[0]), height: 14, r: 2 }, style: { fill: colour } };
    };
    const boxes = (times, colour) => spans(times).map((span) => box(span[0], span[1], colour));
    return { type: 'group', children: boxes(fold[0], look.cash).concat(boxes(fold[1], look.gain)) };
  }

  function tooltip(fold) {
    return tip(fold[2], [
      ['Chosen on', words(fold[0])], ['Run on', words(fold[1])],
      [source.metric.label + ' in sample', figure(source.metric, fold[3][0])], ['Out of sample', figure(source.metric, fold[3][1])]
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
        type: 'custom', renderItem: (params, api) => bars(look, params, api), encode: { x: [1, 2], y: 0 },
        data: source.folds.map((fold, i) => [i, Math.min(...fold[0], ...fold[1]), Math.max(...fold[0], ...fold[1])])
      }]
    });
  }

  const entry = pane('folds', option);
  if (entry) {
    entry.element.style.height = source.folds.length * lane + 60 + 'px';
    key(entry, [{ name: 'chosen on', colour: 'cash', kind: 'area' }, { name: 'run on', colour: 'gain', kind: 'area' }]);
  }
})();
