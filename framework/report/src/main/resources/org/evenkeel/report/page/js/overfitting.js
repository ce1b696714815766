/* What choosing in one half of the time was worth in the other: ranks as a histogram, Sharpe ratios as a scatter. */
(function () {
  'use strict';
  const { data, base, valueAxis, pane, tip, format } = window.evenkeel;
  const source = data('overfitting');
  if (!source) return;
  const plain = (look, name, more) => valueAxis(look, format.price, Object.assign({ name: name, axisLine: { show: false, onZero: false } }, more));
  const middle = (look) => ({ nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: look.soft } });

  function bar(look, params, api) {
    const from = api.coord([api.value(0), 0]);
    const to = api.coord([api.value(1), api.value(2)]);
    return {
      type: 'rect', shape: { x: from[0], y: to[1], width: Math.max(1, to[0] - from[0] - 1), height: from[1] - to[1] },
      style: { fill: api.value(1) <= 0 ? look.loss : look.gain }
    };
  }

  function logits(look) {
    const axisOption = base(look);
    const all = source.counts.reduce((a, b) => a + b, 0);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, {
        trigger: 'item',
        formatter: (point) => tip('Logit ' + format.money(point.value[0]) + ' to ' + format.money(point.value[1]),
          [['Splits', format.wholeMoney(point.value[2])], ['Share', format.percent(point.value[2] / all)]])
      }),
      grid: { left: 14, right: 16, top: 30, bottom: 34, containLabel: true },
      xAxis: plain(look, 'Logit of the rank', Object.assign(middle(look), { splitLine: { show: false }, axisLine: { show: true, onZero: false, lineStyle: { color: look.line } } })),
      yAxis: plain(look, 'Splits'),
      series: [{
        type: 'custom', renderItem: (params, api) => bar(look, params, api), encode: { x: [0, 1], y: 2 },
        data: source.counts.map((count, i) => [source.edges[i], source.edges[i + 1], count])
      }]
    });
  }

  /* The line of least squares, at the ends of the points. */
  function trend() {
    const n = source.inSample.length;
    const mean = (column) => column.reduce((a, b) => a + b, 0) / n;
    const x = mean(source.inSample);
    const y = mean(source.outOfSample);
    let both = 0;
    let own = 0;
    source.inSample.forEach((value, i) => {
      both += (value - x) * (source.outOfSample[i] - y);
      own += (value - x) * (value - x);
    });
    if (own === 0) return [];
    const low = source.inSample.reduce((a, b) => Math.min(a, b), Infinity);
    const high = source.inSample.reduce((a, b) => Math.max(a, b), -Infinity);
    return [low, high].map((at) => [at, y + (at - x) * both / own]);
  }

  function splits(look) {
    const axisOption = base(look);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, {
        trigger: 'item',
        formatter: (point) => tip('A split', [['In sample', format.money(point.value[0])], ['Out of sample', format.money(point.value[1])]])
      }),
      grid: { left: 14, right: 24, top: 30, bottom: 34, containLabel: true },
      xAxis: plain(look, 'Sharpe in sample', Object.assign(middle(look), { scale: true, splitLine: { show: false } })),
      yAxis: plain(look, 'Sharpe out of sample', { scale: true }),
      series: [
        {
          name: 'Splits', type: 'scatter', symbolSize: 4, data: source.inSample.map((value, i) => [value, source.outOfSample[i]]),
          itemStyle: { color: look.gain, opacity: 0.35 },
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: look.soft, type: 'solid', width: 1 }, data: [{ yAxis: 0 }] }
        },
        { name: 'Trend', type: 'line', zlevel: 0, data: trend(), symbol: 'none', silent: true, tooltip: { show: false }, lineStyle: { color: look.loss, width: 2 }, itemStyle: { color: look.loss } }
      ]
    });
  }

  pane('logits', logits);
  pane('splits', splits);
})();
