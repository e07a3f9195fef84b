// The rows of the report.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number | undefined} ours undefined: this system does not tell
 * @property {number} [peer]
 * @property {number} [ratio] ours through the peer's (or through what `budget` names)
 * @property {string} [budget]
 * @property {boolean} [ok] whether ours is within the budget
 */

/**
 * A row with its ratio and its verdict.
 *
 * @param {string} what
 * @param {string} unit
 * @param {{ ours?: number, peer?: number, over?: number }} values `over`: the ratio's base where it is not the peer
 * @param {{ most?: number, least?: number, times?: number, text?: string }} [budget] bounds of the value, or of the ratio
 * @returns {Row}
 */
export function row(what, unit, { ours, peer, over = peer }, budget = {}) {
  const ratio = ours === undefined || over === undefined ? undefined : ours / over;
  const { most, least, times, text } = budget;
  const verdicts = [
    most !== undefined && ours !== undefined && ours <= most,
    least !== undefined && ours !== undefined && ours >= least,
    times !== undefined && ratio !== undefined && ratio <= times,
  ];
  const said = text ?? (most !== undefined ? `<= ${most}` : least !== undefined ? `>= ${least}` : undefined);
  return {
    what,
    unit,
    ours,
    ...(peer !== undefined && { peer }),
    ...(ratio !== undefined && { ratio }),
    ...((said ?? times) !== undefined && { budget: said ?? `<= ${times}x`, ok: verdicts.includes(true) }),
  };
}

/** @param {readonly Row[]} rows */
export function table(rows) {
  const lines = [
    ['', 'unit', 'ours', 'peer', 'ratio', 'budget', ''],
    ...rows.map(({ what, unit, ours, peer, ratio, budget, ok }) => [
      what,
      unit,
      number(ours),
      number(peer),
      ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
      budget ?? '',
      ok === undefined ? '' : ok ? 'ok' : ours === undefined ? '?' : 'OVER',
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const left = new Set([0, 1, 5, 6]);
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          left.has(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function number(value) {
  if (value === undefined) return '-';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
