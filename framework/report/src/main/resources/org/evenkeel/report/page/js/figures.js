/* Figures in their units, and colours by their size. */
(function () {
  'use strict';
  const { format } = window.evenkeel;

  const units = {
    PERCENT: (value) => format.percent(value),
    RATIO: (value) => format.money(value),
    DAYS: (value) => format.short(value) + '\u00a0d',
    USD: (value) => format.short(value) + '\u00a0USD',
    COUNT: (value) => format.short(value)
  };

  /* A figure of a metric as a text. */
  function figure(metric, value) {
    return value === null || value === undefined ? 'n/a' : units[metric.unit](value);
  }

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

  /* A colour between those of a ramp. */
  function between(ramp, share) {
    const place = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
    const low = Math.min(ramp.length - 2, Math.floor(place));
    const from = channels(ramp[low]);
    const to = channels(ramp[low + 1]);
    return 'rgb(' + from.map((value, i) => Math.round(value + (to[i] - value) * (place - low))).join(',') + ')';
  }

  /* Whether dark ink can be read on a colour. */
  function isLight(colour) {
    const [red, green, blue] = colour.match(/\d+/g).map(Number);
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
  }

  /* From a value to its colour. What has gains and losses worth the name turns at nothing;
     the rest goes from its lowest to its highest. */
  function scale(look, values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      if (value === null || value === undefined) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    const turns = Math.min(-low, high) > 0.15 * Math.max(-low, high);
    const most = Math.max(-low, high);
    const span = high - low || 1;
    return {
      turns: turns, low: turns ? -most : low, high: turns ? most : high,
      colour: (value) => turns ? between(look.turn, 0.5 + value / most / 2) : between(look.heat, high === low ? 0.5 : (value - low) / span)
    };
  }

  Object.assign(window.evenkeel, { figure, scale, isLight });
})();
