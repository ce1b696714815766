/* What share of the book was in what, stacked to the whole. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, pane, tip, format } = window.evenkeel;

  function option(look, entry) {
    const source = data('allocation');
    const area = (name, values, colour) => ({
      name: name, type: 'line', zlevel: 0, stack: 'all', step: 'end', symbol: 'none', data: zip(source.times, values),
      lineStyle: { width: 0.8, color: look.panel }, itemStyle: { color: colour }, areaStyle: { color: colour, opacity: 1 },
      emphasis: { disabled: true }
    });
    const axisOption = base(look);
    const series = source.shares.map((share, i) => area(share.name, share.values, look.palette[i % look.palette.length]));
    series.push(area('Cash', source.cash, look.cash));
    return Object.assign(axisOption, {
      legend: { top: 0, left: 0, width: entry.element.clientWidth - 120, type: 'scroll', icon: 'rect', itemWidth: 12, itemHeight: 12, textStyle: { color: look.soft }, selectedMode: false, pageTextStyle: { color: look.soft }, pageIconColor: look.soft },
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      grid: { left: 52, right: 16, top: 40, bottom: 28 },
      xAxis: timeAxis(look),
      yAxis: valueAxis(look, format.share, { min: 0, max: 1, interval: 0.25 }),
      series: series
    });
  }

  function tooltip(points) {
    const rows = points.filter((point) => point.value[1] > 0).map((point) => [point.seriesName, format.percent(point.value[1])]);
    return tip(format.minute(points[0].value[0]), rows.reverse());
  }

  pane('allocation', option);
})();
