/* Two axes of a sweep, cut out of its points or put together over the others. */
(function () {
  'use strict';
  const { data } = window.evenkeel;
  const VALUE = 0;
  const UNDEFINED = 1;

  /* What there is to see of a metric in a cell of the data. */
  function state(source, metric, cell) {
    const run = source.states.length === 0 ? VALUE : source.states[cell];
    return run === VALUE && source.values[metric][cell] === null ? UNDEFINED : run;
  }

  /* Adds a cell of the data to a place of the map: the state that is worth more, and the value. */
  function add(source, choice, place, cell) {
    const seen = state(source, choice.metric, cell);
    place.state = place.cell < 0 || seen < place.state ? seen : place.state;
    place.cell = cell;
    if (seen !== VALUE) return;
    const value = source.values[choice.metric][cell];
    const pick = source.metrics[choice.metric].higher ? Math.max : Math.min;
    place.count++;
    if (place.count === 1) place.value = value;
    else place.value = choice.rest === 'mean' ? place.value + (value - place.value) / place.count : pick(place.value, value);
  }

  function mirror(places, columns) {
    for (let row = 0; row < columns; row++) {
      for (let column = 0; column < row; column++) {
        const one = places[row * columns + column];
        const other = places[column * columns + row];
        Object.assign(one.state <= other.state ? other : one, one.state <= other.state ? one : other);
      }
    }
  }

  /* The places of a map, row by row from below: state, value, how many cells of the data, and one of them. */
  function slice(choice) {
    const source = data('map');
    const columns = source.axes[choice.x].labels.length;
    const rows = choice.x === choice.y ? 1 : source.axes[choice.y].labels.length;
    const places = Array.from({ length: rows * columns }, () => ({ state: source.missing, value: null, count: 0, cell: -1 }));
    const fixed = choice.rest === 'best' && source.best.length > 0;
    const others = source.axes.map((axis, i) => i).filter((i) => i !== choice.x && i !== choice.y);
    for (let cell = 0; cell < source.at[0].length; cell++) {
      if (fixed && others.some((axis) => source.at[axis][cell] !== source.best[axis])) continue;
      const row = rows === 1 ? 0 : source.at[choice.y][cell];
      add(source, choice, places[row * columns + source.at[choice.x][cell]], cell);
    }
    if (choice.mirror && isTriangle(choice)) mirror(places, columns);
    return { columns: columns, rows: rows, places: places };
  }

  /* Whether one half of the map of two axes is to be mirrored into the other. */
  function isTriangle(choice) {
    return data('map').triangles.some((pair) => pair.includes(choice.x) && pair.includes(choice.y) && choice.x !== choice.y);
  }

  Object.assign(window.evenkeel, { slice, isTriangle });
})();
