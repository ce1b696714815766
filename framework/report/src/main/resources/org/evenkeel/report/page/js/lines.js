/* Lines over time on a linear or logarithmic scale; the first is the one that the chart is about. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, slider, zip, key, pane, redraw, tip, format, endLabels, axisType, lowest, highest } = window.evenkeel;
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];
  const signs = ['solid', 'dashed', 'dotted', 'dashed'];
  const isWide = (width) => width > 640;

  function lines(look, source) {
    return source.lines.map((line, i) => {
      const colour = i === 0 ? look.series : look.palette[(i - 1) % 7];
      return {
        name: line.name, type: 'line', zlevel: 0, data: zip(line.times, line.values), symbol: 'none', z: i === 0 ? 5 : 3,
        sign: { colour: i === 0 ? 'series' : 'c' + ((i - 1) % 7 + 1), kind: signs[i % signs.length] },
        lineStyle: { color: colour, width: i === 0 ? 2.4 : 1.4, type: dashes[i % dashes.length] }, itemStyle: { color: colour }
      };
    });
  }

  function tooltip(points) {
    const rows = points.filter((point) => point.value[1] !== null && point.value[1] !== undefined)
      .map((point) => [point.seriesName, format.price(point.value[1])]);
    return tip(format.minute(points[0].value[0]), rows);
  }

  function chart(figure) {
    const name = figure.dataset.pane;
    const source = data(name);
    const radios = document.querySelectorAll('input[name="scale-' + name + '"]');
    let scale = axisType([].concat(...source.lines.map((line) => line.values)));

    const entry = pane(name, (look, there) => {
      const wide = isWide(there.element.clientWidth);
      const series = lines(look, source);
      if (there.figure) key(there, wide ? [] : series.map((line) => Object.assign({ name: line.name }, line.sign)));
      const axisOption = base(look);
      return Object.assign(axisOption, {
        tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
        grid: { left: 58, right: wide ? 140 : 16, top: 20, bottom: 58 },
        xAxis: timeAxis(look),
        yAxis: valueAxis(look, format.short, {
          type: scale, scale: true, min: scale === 'log' ? lowest : undefined, max: scale === 'log' ? highest : undefined
        }),
        dataZoom: [slider(look, [0])],
        series: series
      });
    });
    const names = (drawn, option) => {
      if (isWide(drawn.getWidth())) endLabels(drawn, option.series, drawn.getHeight() - 70);
    };
    entry.finish = (drawn, option) => {
      names(drawn, option);
      drawn.off('datazoom');
      drawn.on('datazoom', () => names(drawn, option));
    };
    radios.forEach((radio) => {
      radio.checked = radio.value === scale;
      radio.addEventListener('change', () => {
        scale = radio.value;
        redraw(entry);
      });
    });
  }

  document.querySelectorAll('[data-kind="lines"]').forEach(chart);
})();
