/* Lines over time on a linear or logarithmic scale; the first is the one that the chart is about, unless all are alike. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, slider, zip, key, pane, redraw, tip, format, make, endLabels, axisType, lowest, highest } = window.evenkeel;
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];
  const signs = ['solid', 'dashed', 'dotted', 'dashed'];
  const isWide = (width) => width > 640;

  /* The lines that are shown, each with the colour and the dash of its place among all. */
  function lines(look, source, shown) {
    return source.lines.map((line, i) => {
      const main = i === 0 && !source.alike;
      const place = source.alike ? i : i - 1;
      const colour = main ? look.series : look.palette[place % 7];
      const dash = source.alike ? Math.floor(i / 7) : i;
      return {
        name: line.name, type: 'line', zlevel: 0, data: zip(line.times, line.values), symbol: 'none', z: main ? 5 : 3,
        sign: { colour: main ? 'series' : 'c' + (place % 7 + 1), kind: signs[dash % signs.length] },
        lineStyle: { color: colour, width: main ? 2.4 : 1.5, type: dashes[dash % dashes.length] }, itemStyle: { color: colour }
      };
    }).filter((line, i) => shown.has(i));
  }

  function tooltip(points) {
    const rows = points.filter((point) => point.value[1] !== null && point.value[1] !== undefined)
      .map((point) => [point.seriesName, format.price(point.value[1])]);
    return tip(format.minute(points[0].value[0]), rows);
  }

  function chip(line, i, shown, entry) {
    const box = make('input', { type: 'checkbox' });
    box.checked = shown.has(i);
    box.addEventListener('change', () => {
      if (box.checked) shown.add(i); else shown.delete(i);
      redraw(entry);
    });
    return make('label', {}, box, line.name);
  }

  function chart(figure) {
    const name = figure.dataset.pane;
    const source = data(name);
    const radios = document.querySelectorAll('input[name="scale-' + name + '"]');
    const shown = new Set(source.lines.map((line, i) => i).slice(0, source.shown || source.lines.length));
    let scale = axisType([].concat(...source.lines.map((line) => line.values)));

    const entry = pane(name, (look, there) => {
      const wide = isWide(there.element.clientWidth);
      const series = lines(look, source, shown);
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
    const chips = document.getElementById('chips-' + name);
    if (chips) chips.append(...source.lines.map((line, i) => chip(line, i, shown, entry)));
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
