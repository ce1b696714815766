/* When each position was open: a lane for each pair, a bar for each position. */
(function () {
  'use strict';
  const { data, base, timeAxis, slider, pane, tip, format } = window.evenkeel;
  const source = data('positions');
  const lane = 26;

  function bar(look, params, api) {
    const from = api.coord([api.value(1), api.value(0)]);
    const until = api.coord([api.value(2), api.value(0)]);
    const height = 16;
    const area = params.coordSys;
    const box = echarts.graphic.clipRectByRect(
      { x: from[0], y: from[1] - height / 2, width: Math.max(2, until[0] - from[0]), height: height },
      { x: area.x, y: area.y, width: area.width, height: area.height });
    if (!box) return null;
    const profit = api.value(3);
    const won = profit > 0;
    const label = format.change(api.value(4));
    const children = [{
      type: 'rect', shape: Object.assign(box, { r: 2 }),
      style: { fill: won ? look.gain : look.panel, stroke: won ? look.gain : look.loss, lineWidth: 1.4 }
    }];
    if (box.width > label.length * 6.6 + 4) {
      children.push({
        type: 'text', silent: true,
        style: { text: label, x: box.x + box.width / 2, y: from[1], align: 'center', verticalAlign: 'middle', fill: won ? look.panel : look.ink, font: '11px ' + look.font }
      });
    }
    return { type: 'group', children: children };
  }

  function option(look) {
    const axisOption = base(look);
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { trigger: 'item', formatter: (point) => tooltip(source.bars[point.dataIndex]) }),
      grid: { left: 8, right: 16, top: 20, bottom: 58, containLabel: true },
      xAxis: timeAxis(look, { splitLine: { show: true, lineStyle: { color: look.line } } }),
      yAxis: {
        type: 'category', data: source.lanes, inverse: true, axisLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: look.ink, width: 130, overflow: 'truncate' }, splitLine: { show: true, lineStyle: { color: look.line } }
      },
      dataZoom: [slider(look, [0], { filterMode: 'weakFilter' })],
      series: [{
        type: 'custom', renderItem: (params, api) => bar(look, params, api), encode: { x: [1, 2], y: 0 },
        data: source.bars.map((row) => [row[0], row[1], row[2], row[3][0], row[3][1]])
      }]
    });
  }

  function tooltip(row) {
    return tip(source.lanes[row[0]], [
      ['Opened', format.minute(row[1])], [row[4] === 'open' ? 'Still open at' : 'Closed', format.minute(row[2])],
      ['Profit', format.gain(row[3][0]) + ' USD, ' + format.change(row[3][1])], ['Closed by', row[4]]
    ]);
  }

  const entry = pane('positions', option);
  if (entry) entry.element.style.height = source.lanes.length * lane + 90 + 'px';
})();
