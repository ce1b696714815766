/* Rolling volatility above, rolling Sharpe ratio beneath. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, key, pane, tip, format } = window.evenkeel;

  function option(look) {
    const source = data('rolling');
    const line = (name, values, axis, strategy) => ({
      name: name, type: 'line', zlevel: 0, xAxisIndex: axis, yAxisIndex: axis, symbol: 'none', data: zip(source.times, values || []),
      lineStyle: { color: strategy ? look.series : look.palette[0], width: strategy ? 2.2 : 1.4, type: strategy ? 'solid' : [7, 3] },
      itemStyle: { color: strategy ? look.series : look.palette[0] }
    });
    const side = { left: 58, right: 16 };
    const axisOption = base(look);
    return Object.assign(axisOption, {
      axisPointer: Object.assign(axisOption.axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      grid: [Object.assign({ top: 28, bottom: '53%' }, side), Object.assign({ top: '58%', bottom: 26 }, side)],
      xAxis: [timeAxis(look, { gridIndex: 0, axisLabel: { show: false } }), timeAxis(look, { gridIndex: 1 })],
      yAxis: [
        valueAxis(look, format.share, { gridIndex: 0, name: 'Volatility of a year' }),
        valueAxis(look, undefined, { gridIndex: 1, name: 'Sharpe' })
      ],
      series: [
        line('Equal weight', source.equalWeightVolatility, 0, false), line('Strategy', source.strategyVolatility, 0, true),
        line('Equal weight', source.equalWeightSharpe, 1, false), line('Strategy', source.strategySharpe, 1, true)
      ]
    });
  }

  function tooltip(points) {
    const rows = points.filter((point) => point.value[1] !== null && point.value[1] !== undefined).map((point) => [
      point.seriesName + (point.axisIndex === 0 ? ', volatility' : ', Sharpe'),
      point.axisIndex === 0 ? format.percent(point.value[1]) : format.money(point.value[1])
    ]);
    return tip(format.date(points[0].value[0]), rows);
  }

  const entry = pane('rolling', option);
  if (entry) {
    key(entry, [{ name: 'Strategy', colour: 'series', kind: 'solid' }, { name: 'Equal weight', colour: 'c1', kind: 'dashed' }]);
  }
})();
