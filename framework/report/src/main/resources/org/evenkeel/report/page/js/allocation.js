/* What share of the book was in what, stacked to the whole. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, zip, key, swatch, fill, pane, redraw, tip, format } = window.evenkeel;

  const source = data('allocation');
  let unit = 'share';
  const scaled = (values) => (unit === 'share' ? values : values.map((value, i) => value * source.totals[i]));

  function option(look) {
    const area = (name, values, filled) => ({
      name: name, type: 'line', zlevel: 0, stack: 'all', step: 'end', symbol: 'none', data: zip(source.times, scaled(values)),
      lineStyle: { width: 0.8, color: look.panel }, itemStyle: filled, areaStyle: { color: filled.color, opacity: 1 },
      emphasis: { disabled: true }
    });
    const axisOption = base(look);
    const series = source.shares.map((share, i) => area(share.name, share.values, fill(look, i)));
    series.push(area('Cash', source.cash, { color: look.cash }));
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { formatter: tooltip }),
      grid: { left: 52, right: 16, top: 18, bottom: 28 },
      xAxis: timeAxis(look),
      yAxis: unit === 'share' ? valueAxis(look, format.share, { min: 0, max: 1, interval: 0.25 }) : valueAxis(look, format.short, { min: 0 }),
      series: series
    });
  }

  function tooltip(points) {
    const show = unit === 'share' ? format.percent : format.wholeMoney;
    const rows = points.filter((point) => point.value[1] > 0).map((point) => [point.seriesName, show(point.value[1])]);
    if (unit !== 'share') rows.unshift(['All', show(source.totals[points[0].dataIndex])]);
    return tip(format.minute(points[0].value[0]), rows.reverse());
  }

  const entry = pane('allocation', option);
  if (entry) {
    const items = source.shares.map((share, i) => Object.assign({ name: share.name }, swatch(i)));
    key(entry, items.concat({ name: 'Cash', colour: 'cash', kind: 'area' }));
    document.querySelectorAll('input[name="allocation"]').forEach((radio) => {
      radio.checked = radio.value === unit;
      radio.addEventListener('change', () => {
        unit = radio.value;
        redraw(entry);
      });
    });
  }
})();
