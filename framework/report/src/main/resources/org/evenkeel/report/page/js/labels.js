/* The names of lines at their ends; those that would lie upon each other are moved apart. */
(function () {
  'use strict';

  /* The last point of a line that is in view: the strip below the chart may leave out the end. */
  function lastSeen(line, until) {
    return line.data.filter((point) => point[0] <= until && point[1] !== null && point[1] !== undefined).pop();
  }

  /* Labels at the right of a chart, none lower than `floor`. */
  window.evenkeel.endLabels = function (chart, lines, floor) {
    const zoom = (chart.getOption().dataZoom || [])[0];
    const until = zoom && zoom.endValue !== undefined ? zoom.endValue : Infinity;
    const places = lines.map((line) => ({ line: line, last: lastSeen(line, until) }))
      .filter((place) => place.last !== undefined)
      .map((place) => ({ line: place.line, at: chart.convertToPixel({ yAxisIndex: 0 }, place.last[1]) }))
      .sort((a, b) => a.at - b.at);
    places.forEach((place, i) => { place.at = Math.max(place.at, i === 0 ? 20 : places[i - 1].at + 15); });
    for (let i = places.length - 1, most = floor; i >= 0; i--, most -= 15) {
      places[i].at = Math.min(places[i].at, most);
      most = places[i].at;
    }
    const font = '12px ' + chart.getOption().textStyle.fontFamily;
    chart.setOption({ graphic: places.map((place, i) => ({
      id: 'label-' + i, type: 'text', silent: true, x: chart.getWidth() - 134, y: place.at,
      style: { text: place.line.name, fill: place.line.itemStyle.color, font: font, verticalAlign: 'middle', width: 130, overflow: 'truncate' }
    })) });
  };
})();
