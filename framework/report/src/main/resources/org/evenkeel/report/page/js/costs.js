/* Costs summed up, the share invested, and turnover, on one axis of time. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, key, pane, tip, format } = window.evenkeel;
  const kinds = [['fees', 'Fees', 0], ['impact', 'Price impact', 1], ['gas', 'Gas', 2], ['bridging', 'Bridging', 3]];

  const source = data('costs');
  const paid = kinds.filter(([name]) => source[name][source[name].length - 1] > 0);

  function option(look) {
    const areas = paid.map(([name, label, colour]) => ({
      name: label, type: 'line', zlevel: 0, stack: 'costs', step: 'end', symbol: 'none', data: zip(source.times, source[name]),
      lineStyle: { width: 1, color: look.palette[colour] }, itemStyle: { color: look.palette[colour] }, areaStyle: { color: look.palette[colour], opacity: 0.75 }
    }));
    const axisOption = base(look);
    const side = { left: 58, right: 16 };
    return Object.assign(axisOption, {
      axisPointer: Object.assign(axisOption.axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      grid: [Object.assign({ top: 30, bottom: '48%' }, side), Object.assign({ top: '63%', bottom: 26 }, side)],
      xAxis: [timeAxis(look, { gridIndex: 0, axisLabel: { show: false } }), timeAxis(look, { gridIndex: 1 })],
      yAxis: [
        valueAxis(look, format.short, { gridIndex: 0, name: 'Costs so far, USD' }),
        valueAxis(look, format.share, { gridIndex: 1, name: 'Share of the equity', splitNumber: 3 })
      ],
      series: areas.concat([
        { name: 'Invested', type: 'line', zlevel: 0, step: 'end', xAxisIndex: 1, yAxisIndex: 1, symbol: 'none', data: zip(source.times, source.invested), lineStyle: { color: look.series, width: 1.8 }, itemStyle: { color: look.series } },
        { name: 'Turnover', type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: zip(source.times, source.turnover), barWidth: Math.max(1, Math.min(6, 600 / source.times.length)), itemStyle: { color: look.palette[4] } }
      ])
    });
  }

  function tooltip(points) {
    const rows = points.filter((point) => point.value[1] !== null && point.value[1] !== undefined)
      .map((point) => [point.seriesName, point.axisIndex === 0 ? format.money(point.value[1]) : format.percent(point.value[1])]);
    return tip(format.minute(points[0].value[0]), rows);
  }

  const entry = pane('costs', option);
  if (!entry) return;
  const areas = paid.map((kind) => ({ name: kind[1], colour: 'c' + (kind[2] + 1), kind: 'area' }));
  key(entry, areas.concat({ name: 'Invested', colour: 'series', kind: 'solid' }, { name: 'Turnover', colour: 'c5', kind: 'area' }));
})();
