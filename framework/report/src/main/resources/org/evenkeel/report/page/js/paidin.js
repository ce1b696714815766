/* Cash and assets stacked to the value of the book, against the money put in. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, key, pane, tip, format } = window.evenkeel;
  const source = data('paidin');
  if (!source) return;
  const assets = source.value.map((value, i) => value - source.cash[i]);

  function option(look) {
    const axisOption = base(look);
    const area = (name, values, colour) => ({
      name: name, type: 'line', zlevel: 0, stack: 'all', symbol: 'none', data: zip(source.times, values), z: 2,
      lineStyle: { width: 0 }, itemStyle: { color: colour }, areaStyle: { color: colour, opacity: 1 }, emphasis: { disabled: true }
    });
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      grid: { left: 58, right: 16, top: 20, bottom: 28 },
      xAxis: timeAxis(look),
      yAxis: valueAxis(look, format.short, { name: 'USD' }),
      series: [
        area('Cash', source.cash, look.cash), area('Assets', assets, look.palette[4]),
        {
          name: 'Put in', type: 'line', zlevel: 0, step: 'end', symbol: 'none', z: 4, data: zip(source.times, source.paidIn),
          lineStyle: { color: look.series, width: 2.2 }, itemStyle: { color: look.series }
        }
      ]
    });
  }

  function tooltip(points) {
    const i = points[0].dataIndex;
    return tip(format.minute(source.times[i]), [
      ['Value', format.money(source.value[i])], ['Assets', format.money(assets[i])], ['Cash', format.money(source.cash[i])],
      ['Put in', format.money(source.paidIn[i])], ['Profit', format.gain(source.value[i] - source.paidIn[i])]
    ]);
  }

  const entry = pane('paidin', option);
  key(entry, [
    { name: 'Assets', colour: 'c5', kind: 'area' }, { name: 'Cash', colour: 'cash', kind: 'area' }, { name: 'Money put in', colour: 'series', kind: 'solid' }
  ]);
})();
