/* Candles of one pair, with the trades as marks of their own shapes and the triggers as lines. */
(function () {
  'use strict';
  const { data, base, timeAxis, valueAxis, axisType, lowest, highest, slider, pane, redraw, tip, format } = window.evenkeel;
  const choice = document.getElementById('pair');
  if (!choice) return;
  const shapes = {
    buy: ['triangle', 0, 'Buys'],
    sell: ['path://M0 6L6 -5L-6 -5Z', 0, 'Sales'],
    stop: ['path://M-6 -4L-4 -6L0 -2L4 -6L6 -4L2 0L6 4L4 6L0 2L-4 6L-6 4L-2 0Z', 0, 'Stops'],
    target: ['path://M0 -7L2 -2L7 -2L3 1L4.5 6L0 3L-4.5 6L-3 1L-7 -2L-2 -2Z', 0, 'Take profits']
  };

  const colours = (look) => ({ buy: look.gain, sell: look.palette[3], stop: look.loss, target: look.palette[2] });

  function opens(source) {
    return source.at.map((steps) => source.first + steps * source.step);
  }

  function levels(source, kind) {
    const points = [];
    for (const [from, until, level, of] of source.levels) {
      if (of === kind) points.push([from, level[0]], [until, level[0]], [until, null]);
    }
    return points;
  }

  function level(look, source, kind, name, dash) {
    return {
      name: name, type: 'line', zlevel: 0, data: levels(source, kind), symbol: 'none', connectNulls: false, silent: true, z: 3,
      lineStyle: { color: colours(look)[kind], width: 1.5, type: dash }, tooltip: { show: false }
    };
  }

  function marks(look, source, kind) {
    const [symbol, , name] = shapes[kind];
    return {
      name: name, type: 'scatter', symbol: symbol, symbolSize: 12, z: 6,
      data: source.trades.filter((trade) => trade[1] === kind).map((trade) => [trade[0], trade[2][0]]),
      itemStyle: { color: colours(look)[kind], borderColor: look.panel, borderWidth: 1, opacity: 1 }
    };
  }

  /* From the entry of a position to its exit; a loss has a broken frame. */
  function box(look, source, params, api) {
    const [from, until, [entry, exit, profit]] = source.boxes[params.dataIndex];
    const start = api.coord([from, entry]);
    const end = api.coord([until, exit]);
    const area = params.coordSys;
    const shape = echarts.graphic.clipRectByRect(
      { x: start[0], y: Math.min(start[1], end[1]), width: Math.max(2, end[0] - start[0]), height: Math.max(1, Math.abs(end[1] - start[1])) },
      { x: area.x, y: area.y, width: area.width, height: area.height });
    if (!shape) return null;
    const colour = profit > 0 ? look.gain : look.loss;
    const frame = { stroke: colour, lineWidth: 1, strokeOpacity: 0.8, lineDash: profit > 0 ? null : [4, 3] };
    return { type: 'rect', silent: true, shape: shape, style: Object.assign({ fill: colour, fillOpacity: 0.16 }, frame) };
  }

  function boxes(look, source) {
    return {
      name: 'Positions', type: 'custom', z: 1, silent: true, tooltip: { show: false }, encode: { x: [0, 1], y: [2, 3] },
      renderItem: (params, api) => box(look, source, params, api),
      data: source.boxes.map((one) => [one[0], one[1], one[2][0], one[2][1]])
    };
  }

  function option(look) {
    const source = data(choice.value);
    const times = opens(source);
    const candles = times.map((time, i) => [time + source.step / 2, source.open[i], source.close[i], source.low[i], source.high[i]]);
    const axisOption = base(look);
    const type = axisType(source.close);
    document.getElementById('candle-interval').textContent = source.interval;
    document.getElementById('candle-pair').textContent = choice.selectedOptions[0].textContent;
    return Object.assign(axisOption, {
      tooltip: Object.assign(axisOption.tooltip, { formatter: (points) => tooltip(source, times, points) }),
      grid: { left: 76, right: 16, top: 20, bottom: 58 },
      xAxis: timeAxis(look),
      yAxis: valueAxis(look, format.price, { type: type, scale: true, min: type === 'log' ? lowest : undefined, max: type === 'log' ? highest : undefined, name: 'USD' }),
      dataZoom: [slider(look, [0], { filterMode: 'weakFilter' })],
      series: [
        {
          name: 'Candles', type: 'candlestick', data: candles, barMaxWidth: 9, large: false, z: 2,
          itemStyle: { color: look.panel, color0: look.soft, borderColor: look.soft, borderColor0: look.soft, borderWidth: 1 }
        },
        boxes(look, source),
        level(look, source, 'stop', 'Stop level', [6, 3]), level(look, source, 'target', 'Take-profit level', [2, 3]),
        marks(look, source, 'buy'), marks(look, source, 'sell'), marks(look, source, 'stop'), marks(look, source, 'target')
      ]
    });
  }

  function tooltip(source, times, points) {
    const moment = points[0].axisValue;
    let row = times.length - 1;
    while (row > 0 && times[row] > moment) row--;
    const rows = [
      ['Open', format.price(source.open[row])], ['High', format.price(source.high[row])],
      ['Low', format.price(source.low[row])], ['Close', format.price(source.close[row])]
    ];
    for (const [time, kind, [price, value, profit], reason] of source.trades) {
      if (time >= times[row] && time < times[row] + source.step) {
        rows.push([(kind === 'buy' ? 'buy' : 'sale') + ', ' + reason + ', ' + format.minute(time).slice(11), format.wholeMoney(value) + ' USD at ' + format.price(price)]);
        if (profit !== null) rows.push(['  realised', format.gain(profit) + ' USD']);
      }
    }
    return tip(format.minute(times[row]), rows);
  }

  const entry = pane('candles', option);
  choice.addEventListener('change', () => redraw(entry));
})();
