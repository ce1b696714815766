/* Each run's own figure across, the mean of its neighbours up. */
(function () {
  'use strict';
  const { data, base, valueAxis, pane, tip, key, figure } = window.evenkeel;
  const source = data('plateau');
  if (!source) return;
  const show = (value) => figure(source.metric, value);

  function mark(look, name, at, symbol) {
    return {
      name: name, type: 'scatter', symbol: symbol, symbolSize: 15, z: 6, data: at < 0 ? [] : [[source.own[at], source.means[at], at]],
      itemStyle: { color: 'transparent', borderColor: look.ink, borderWidth: 2.2, opacity: 1 }
    };
  }

  /* Every run has a mark of its own; the axes span the same values, so that the diagonal is one. */
  function option(look) {
    const all = source.own.concat(source.means);
    const low = all.reduce((a, b) => Math.min(a, b), Infinity);
    const high = all.reduce((a, b) => Math.max(a, b), -Infinity);
    const axisOption = base(look);
    const value = (name, more) => valueAxis(look, show, Object.assign({ scale: true, name: name, axisLine: { show: false, onZero: false } }, more));
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { trigger: 'item', formatter: (point) => tooltip(point.value[2]) }),
      grid: { left: 14, right: 24, top: 30, bottom: 34, containLabel: true },
      xAxis: value('Own figure', { nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: look.soft } }),
      yAxis: value('Mean of the neighbours'),
      series: [
        {
          type: 'line', zlevel: 0, data: [[low, low], [high, high]], symbol: 'none', silent: true, tooltip: { show: false },
          lineStyle: { color: look.soft, width: 1, type: [4, 4] }, itemStyle: { color: look.soft }
        },
        {
          name: 'Runs', type: 'scatter', symbolSize: source.own.length > 1000 ? 4 : 7, data: source.own.map((own, i) => [own, source.means[i], i]),
          itemStyle: { color: look.gain, opacity: source.own.length > 1000 ? 0.4 : 0.6 }
        },
        mark(look, 'Best neighbours', 0, 'diamond'), mark(look, 'Best run', source.best, 'circle')
      ]
    });
  }

  function tooltip(i) {
    return tip(source.names[i], [
      [source.metric.label, show(source.own[i])], ['Mean of the neighbours', show(source.means[i])], ['Worst of them', show(source.worst[i])]
    ]);
  }

  const entry = pane('plateau', option);
  key(entry, [
    { name: 'a run', colour: 'gain', kind: 'dot' }, { name: 'the best run', colour: 'ink', kind: 'ring' },
    { name: 'the best neighbours', colour: 'ink', kind: 'diamond' }, { name: 'as good as its neighbours', colour: 'soft', kind: 'dashed' }
  ]);
})();
