/* Equity against benchmarks, on a linear or logarithmic scale, with the drawdown beneath on the same axis of time. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, slider, zip, pane, redraw, tip, format, make, axisType, lowest } = window.evenkeel;
  const source = data('equity');
  const chosen = new Set(source.benchmarks.slice(0, 2).map((line) => line.name));
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];
  const between = 'Between decisions';
  let scale = axisType(source.equity);

  function lines(look) {
    const result = [{
      name: 'Strategy', type: 'line', zlevel: 0, data: zip(source.times, source.equity), symbol: 'none', z: 5,
      lineStyle: { color: look.series, width: 2.4 }, itemStyle: { color: look.series }
    }];
    if (source.fine && chosen.has(between)) {
      result.push({
        name: between, type: 'line', zlevel: 0, data: zip(source.fineTimes, source.fine), symbol: 'none', z: 4,
        lineStyle: { color: look.soft, width: 1 }, itemStyle: { color: look.soft }
      });
    }
    source.benchmarks.forEach((line, i) => {
      if (!chosen.has(line.name)) return;
      const colour = look.palette[i % 7];
      result.push({
        name: line.name, type: 'line', zlevel: 0, data: zip(source.times, line.values), symbol: 'none',
        lineStyle: { color: colour, width: 1.4, type: dashes[i % dashes.length] },
        itemStyle: { color: colour }
      });
    });
    return result;
  }

  function endLabels(series) {
    for (const line of series) {
      line.endLabel = { show: true, formatter: (point) => point.seriesName, color: line.itemStyle.color, distance: 6, width: 126, overflow: 'truncate' };
    }
    return series;
  }

  /* Labels that would lie upon each other are moved apart, from the top down. */
  function spaceLabels(chart, option) {
    const labels = option.series.filter((line) => line.endLabel).map((line) => {
      const last = line.data.filter((point) => point[1] !== null && point[1] !== undefined).pop();
      return { name: line.name, at: chart.convertToPixel({ yAxisIndex: 0 }, last[1]) };
    });
    labels.sort((a, b) => a.at - b.at);
    let free = -Infinity;
    for (const label of labels) {
      const at = Math.max(label.at, free);
      label.offset = at - label.at;
      free = at + 15;
    }
    chart.setOption({ series: labels.map((label) => ({ name: label.name, endLabel: { offset: [0, label.offset] } })) });
  }

  function option(look, entry) {
    const wide = entry.element.clientWidth > 640;
    const side = { left: 58, right: wide ? 140 : 16 };
    const series = lines(look);
    if (wide) endLabels(series);
    series.push({
      name: 'Drawdown', type: 'line', zlevel: 0, xAxisIndex: 1, yAxisIndex: 1, data: zip(source.times, source.drawdown), symbol: 'none',
      lineStyle: { color: look.loss, width: 1.2 }, itemStyle: { color: look.loss }, areaStyle: { color: look.loss, opacity: 0.22 }
    });
    return Object.assign(base(look), {
      legend: wide ? undefined : { show: true, top: 0, left: 0, width: entry.element.clientWidth - 110, type: 'scroll', pageTextStyle: { color: look.soft }, pageIconColor: look.soft, icon: 'rect', itemWidth: 16, itemHeight: 3, textStyle: { color: look.soft }, data: series.slice(0, -1).map((line) => line.name), selectedMode: false },
      axisPointer: Object.assign(base(look).axisPointer, { link: [{ xAxisIndex: 'all' }] }),
      tooltip: Object.assign(base(look).tooltip, { formatter: tooltip }),
      grid: [Object.assign({ top: wide ? 26 : 48, bottom: '36%' }, side), Object.assign({ top: '71%', bottom: 58 }, side)],
      xAxis: [timeAxis(look, { gridIndex: 0, axisLabel: { show: false } }), timeAxis(look, { gridIndex: 1 })],
      yAxis: [
        valueAxis(look, format.short, { gridIndex: 0, type: scale, scale: true, min: scale === 'log' ? lowest : undefined, name: 'USD' }),
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
  entry.finish = spaceLabels;

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
