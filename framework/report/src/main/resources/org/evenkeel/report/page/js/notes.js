/* The strategy's own plots, each with a scale of its own, above one another. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, pane, tip, format } = window.evenkeel;
  const source = data('notes');
  if (!source) return;
  const height = 110;
  const gap = 46;

  function option(look) {
    const axisOption = base(look);
    const last = source.plots.length - 1;
    return Object.assign(axisOption, {
      axisPointer: Object.assign(axisOption.axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(axisOption.tooltip, {
        formatter: (points) => tip(format.minute(points[0].value[0]), points.map((point) => [point.seriesName, format.price(point.value[1])]))
      }),
      grid: source.plots.map((plot, i) => ({ left: 66, right: 16, top: 30 + i * (height + gap), height: height })),
      xAxis: source.plots.map((plot, i) => timeAxis(look, { gridIndex: i, axisLabel: { show: i === last, color: look.soft } })),
      yAxis: source.plots.map((plot, i) => valueAxis(look, format.price, { gridIndex: i, scale: true, splitNumber: 2, name: plot.name })),
      series: source.plots.map((plot, i) => ({
        name: plot.name, type: 'line', zlevel: 0, xAxisIndex: i, yAxisIndex: i, symbol: 'none', data: zip(plot.times, plot.values),
        lineStyle: { color: look.palette[i % 7], width: 1.8 }, itemStyle: { color: look.palette[i % 7] }
      }))
    });
  }

  const entry = pane('notes', option);
  if (entry) entry.element.style.height = source.plots.length * (height + gap) + 30 + 'px';
})();
