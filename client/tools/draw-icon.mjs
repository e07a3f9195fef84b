// Draws client/media/icon.png (256 x 256), a task of three containers, with nothing but Node: `node client/tools/draw-icon.mjs`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, crc32 as nodeCrc32 } from 'node:zlib';

const SIZE = 256;
const SAMPLES = 4; // per axis and pixel, for smooth edges
const target = path.join(path.dirname(fileURLToPath(import.meta.url)), '../media/icon.png');

/** Rounded rectangles from back to front: x, y, width, height, radius, colour. */
const SHAPES = [
  [0, 0, 256, 256, 52, [15, 42, 67]],
  [40, 44, 176, 168, 26, [28, 74, 110]],
  [62, 66, 58, 58, 14, [94, 200, 182]],
  [136, 66, 58, 58, 14, [94, 200, 182]],
  [62, 140, 132, 50, 14, [255, 178, 70]],
];
/** The check mark on the lower container: a line through three points, and its half width. */
const CHECK = {
  points: [
    [106, 164],
    [122, 179],
    [152, 150],
  ],
  half: 6.5,
  colour: [15, 42, 67],
};

const inRounded = (px, py, [x, y, w, h, r]) => {
  const dx = Math.max(x + r - px, 0, px - (x + w - r));
  const dy = Math.max(y + r - py, 0, py - (y + h - r));
  return px >= x && px <= x + w && py >= y && py <= y + h && dx * dx + dy * dy <= r * r;
};

const nearSegment = (px, py, [ax, ay], [bx, by]) => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
};

function colourAt(px, py) {
  const [a, b, c] = CHECK.points;
  if (Math.min(nearSegment(px, py, a, b), nearSegment(px, py, b, c)) <= CHECK.half) return CHECK.colour;
  return SHAPES.findLast((shape) => inRounded(px, py, shape))?.[5];
}

const raw = Buffer.alloc((SIZE * 4 + 1) * SIZE);
for (let y = 0; y < SIZE; y++) {
  for (let x = 0; x < SIZE; x++) {
    const sum = [0, 0, 0, 0];
    for (let i = 0; i < SAMPLES * SAMPLES; i++) {
      const colour = colourAt(
        x + ((i % SAMPLES) + 0.5) / SAMPLES,
        y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES,
      );
      if (colour) for (let c = 0; c < 4; c++) sum[c] += c < 3 ? colour[c] : 1;
    }
    const at = y * (SIZE * 4 + 1) + 1 + x * 4;
    for (let c = 0; c < 3; c++) raw[at + c] = sum[3] ? Math.round(sum[c] / sum[3]) : 0;
    raw[at + 3] = Math.round((sum[3] / SAMPLES ** 2) * 255);
  }
}

/** CRC-32 as PNG wants it (node:zlib has it from 20.15 on). */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(nodeCrc32(body) >>> 0, body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
writeFileSync(
  target,
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
