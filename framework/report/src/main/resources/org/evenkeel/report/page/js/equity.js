/* Equity against benchmarks, on a linear or logarithmic scale, with the drawdown beneath on the same axis of time. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, slider, zip, key, pane, redraw, tip, format, make, endLabels, axisType, lowest, highest } = window.evenkeel;
  const source = data('equity');
  const chosen = new Set(source.benchmarks.slice(0, 2).map((line) => line.name));
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];
  const between = 'Between decisions';
  const signs = ['solid', 'dashed', 'dotted', 'dashed'];
  const isWide = (width) => width > 640;
  let scale = axisType(source.equity);

  function lines(look) {
    const result = [{
      name: 'Strategy', type: 'line', zlevel: 0, data: zip(source.times, source.equity), symbol: 'none', z: 5, sign: { colour: 'series', kind: 'solid' },
      lineStyle: { color: look.series, width: 2.4 }, itemStyle: { color: look.series }
    }];
    if (source.fine && chosen.has(between)) {
      result.push({
        name: between, type: 'line', zlevel: 0, data: zip(source.fineTimes, source.fine), symbol: 'none', z: 4, sign: { colour: 'soft', kind: 'solid' },
        lineStyle: { color: look.soft, width: 1 }, itemStyle: { color: look.soft }
      });
    }
    source.benchmarks.forEach((line, i) => {
      if (!chosen.has(line.name)) return;
      const colour = look.palette[i % 7];
      result.push({
        name: line.name, type: 'line', zlevel: 0, data: zip(source.times, line.values), symbol: 'none',
        sign: { colour: 'c' + (i % 7 + 1), kind: signs[i % signs.length] },
        lineStyle: { color: colour, width: 1.4, type: dashes[i % dashes.length] },
        itemStyle: { color: colour }
      });
    });
    return result;
  }

  function labels(chart, option) {
    if (isWide(chart.getWidth())) endLabels(chart, option.series.slice(0, -1), chart.convertToPixel({ yAxisIndex: 1 }, 0) - 26);
  }

  function option(look, entry) {
    const wide = isWide(entry.element.clientWidth);
    const side = { left: 58, right: wide ? 140 : 16 };
    const series = lines(look);
    if (entry.figure) key(entry, wide ? [] : series.map((line) => Object.assign({ name: line.name }, line.sign)));
    series.push({
      name: 'Drawdown', type: 'line', zlevel: 0, xAxisIndex: 1, yAxisIndex: 1, data: zip(source.times, source.drawdown), symbol: 'none',
      lineStyle: { color: look.loss, width: 1.2 }, itemStyle: { color: look.loss }, areaStyle: { color: look.loss, opacity: 0.22 }
    });
    return Object.assign(base(look), {
      axisPointer: Object.assign(base(look).axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(base(look).tooltip, { formatter: tooltip }),
      grid: [Object.assign({ top: 26, bottom: '36%' }, side), Object.assign({ top: '71%', bottom: 58 }, side)],
      xAxis: [timeAxis(look, { gridIndex: 0, axisLabel: { show: false } }), timeAxis(look, { gridIndex: 1 })],
      yAxis: [
        valueAxis(look, format.short, { gridIndex: 0, type: scale, scale: true, min: scale === 'log' ? lowest : undefined, max: scale === 'log' ? highest : undefined, name: 'USD' }),
        valueAxis(look, format.share, { gridIndex: 1, splitNumber: 2, max: 0, name: 'Drawdown' })
      ],
      dataZoom: [slider(look, [0, 1])],
      series: series
    });
  }

  function tooltip(points) {
    const rows = [];
    for (const point of points) {
      const value = point.value[1];
      if (value === null || value === undefined) continue;
      rows.push([point.seriesName, point.seriesName === 'Drawdown' ? format.percent(value) : format.wholeMoney(value)]);
    }
    return tip(format.minute(points[0].value[0]), rows);
  }

  const entry = pane('equity', option);
  if (!entry) return;
  entry.finish = (chart, option) => {
    labels(chart, option);
    chart.off('datazoom');
    chart.on('datazoom', () => labels(chart, option));
  };

  function chip(line) {
    const box = make('input', { type: 'checkbox' });
    box.checked = chosen.has(line.name);
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(line.name); else chosen.delete(line.name);
      redraw(entry);
    });
    return make('label', {}, box, line.name);
  }

  const extra = source.fine ? [{ name: between }] : [];
  document.getElementById('benchmarks').append(...extra.concat(source.benchmarks).map(chip));
  document.querySelectorAll('input[name="scale"]').forEach((radio) => {
    radio.checked = radio.value === scale;
    radio.addEventListener('change', () => {
      scale = radio.value;
      redraw(entry);
    });
  });
})();
