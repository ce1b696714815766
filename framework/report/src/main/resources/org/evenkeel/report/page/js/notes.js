/* The strategy's own plots: panels above one another, each with a scale of its own and one line or several. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, pane, tip, format } = window.evenkeel;
  const source = data('notes');
  if (!source) return;
  const height = 110;
  const gap = 46;
  const panels = Array.from(new Set(source.plots.map((plot) => plot.panel)));
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];

  /* The names of the lines of a panel that has several, at the right above it. */
  function legends(look) {
    const names = panels.map((panel) => source.plots.filter((plot) => plot.panel === panel).map((plot) => plot.name));
    return names.map((lines, i) => ({
      show: lines.length > 1, top: 6 + i * (height + gap), right: 16, data: lines, selectedMode: false, itemWidth: 26,
      textStyle: { color: look.soft }, formatter: (name) => name.slice(name.indexOf('/') + 1)
    }));
  }

  function line(look, plot, i) {
    const panel = panels.indexOf(plot.panel);
    const place = source.plots.filter((other) => other.panel === plot.panel).indexOf(plot);
    const colour = look.palette[(panel + place) % 7];
    return {
      name: plot.name, type: 'line', zlevel: 0, xAxisIndex: panel, yAxisIndex: panel, symbol: 'none', data: zip(plot.times, plot.values),
      lineStyle: { color: colour, width: 1.8, type: dashes[place % dashes.length] }, itemStyle: { color: colour }
    };
  }

  function option(look) {
    const axisOption = base(look);
    const last = panels.length - 1;
    return Object.assign(axisOption, {
      legend: legends(look),
      axisPointer: Object.assign(axisOption.axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(axisOption.tooltip, {
        formatter: (points) => tip(format.minute(points[0].value[0]), points.map((point) => [point.seriesName, format.price(point.value[1])]))
      }),
      grid: panels.map((panel, i) => ({ left: 66, right: 16, top: 30 + i * (height + gap), height: height })),
      xAxis: panels.map((panel, i) => timeAxis(look, { gridIndex: i, axisLabel: { show: i === last, color: look.soft } })),
      yAxis: panels.map((panel, i) => valueAxis(look, format.price, { gridIndex: i, scale: true, splitNumber: 2, name: panel })),
      series: source.plots.map((plot, i) => line(look, plot, i))
    });
  }

  const entry = pane('notes', option);
  if (entry) entry.element.style.height = panels.length * (height + gap) + 30 + 'px';
})();
