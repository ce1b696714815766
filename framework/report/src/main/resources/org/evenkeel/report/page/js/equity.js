/* Equity against benchmarks, on a linear or logarithmic scale, with the drawdown beneath on the same axis of time. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, slider, zip, pane, redraw, tip, format, make } = window.evenkeel;
  const source = data('equity');
  const chosen = new Set(source.benchmarks.slice(0, 2).map((line) => line.name));
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3]];
  const between = 'Between decisions';
  let scale = 'value';

  function lines(look) {
    const result = [{
      name: 'Strategy', type: 'line', zlevel: 0, data: zip(source.times, source.equity), showSymbol: false, z: 5,
      lineStyle: { color: look.series, width: 2.4 }, itemStyle: { color: look.series }
    }];
    if (source.fine && chosen.has(between)) {
      result.push({
        name: between, type: 'line', zlevel: 0, data: zip(source.fineTimes, source.fine), showSymbol: false, z: 4,
        lineStyle: { color: look.soft, width: 1 }, itemStyle: { color: look.soft }
      });
    }
    source.benchmarks.forEach((line, i) => {
      if (!chosen.has(line.name)) return;
      const colour = look.palette[i % 7];
      result.push({
        name: line.name, type: 'line', zlevel: 0, data: zip(source.times, line.values), showSymbol: false,
        lineStyle: { color: colour, width: 1.4, type: dashes[Math.floor(i / 7 + i) % dashes.length] },
        itemStyle: { color: colour }
      });
    });
    return result;
  }

  function endLabels(series) {
    for (const line of series) {
      line.endLabel = { show: true, formatter: (point) => point.seriesName, color: line.itemStyle.color, distance: 6, width: 110, overflow: 'truncate' };
      line.labelLayout = { moveOverlap: 'shiftY' };
    }
    return series;
  }

  function option(look, entry) {
    const wide = entry.element.clientWidth > 640;
    const side = { left: 58, right: wide ? 128 : 16 };
    const series = lines(look);
    if (wide) endLabels(series);
    series.push({
      name: 'Drawdown', type: 'line', zlevel: 0, xAxisIndex: 1, yAxisIndex: 1, data: zip(source.times, source.drawdown), showSymbol: false,
      lineStyle: { color: look.loss, width: 1.2 }, itemStyle: { color: look.loss }, areaStyle: { color: look.loss, opacity: 0.22 }
    });
    return Object.assign(base(look), {
      legend: wide ? undefined : { show: true, top: 0, left: 0, right: 90, type: 'scroll', textStyle: { color: look.soft }, data: series.slice(0, -1).map((line) => line.name), selectedMode: false },
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

  function lowest(range) {
    return Math.pow(10, Math.floor(Math.log10(range.min) * 4) / 4);
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
  document.querySelectorAll('input[name="scale"]').forEach((radio) => radio.addEventListener('change', () => {
    scale = radio.value;
    redraw(entry);
  }));
})();
