// Classes by colour and by shape, so that colour is never the only carrier.

export const CLASS_COLOURS = ['class0', 'class1', 'class2', 'class3'];

/// A circle, square, triangle or diamond with a rim of paper; hollow: the rim in colour.
export function mark(c: CanvasRenderingContext2D, label: number, x: number, y: number, r: number, fill: string, rim: string, hollow: boolean): void {
  c.beginPath();
  const kind = label % 4;
  if (kind === 0) c.arc(x, y, r, 0, 2 * Math.PI);
  else if (kind === 1) c.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
  else {
    const corners = kind === 2 ? [[0, -1.2], [1.1, 0.9], [-1.1, 0.9]] : [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]];
    corners.forEach(([dx, dy], i) => (i === 0 ? c.moveTo(x + r * dx, y + r * dy) : c.lineTo(x + r * dx, y + r * dy)));
    c.closePath();
  }
  c.fillStyle = hollow ? rim : fill;
  c.fill();
  c.lineWidth = hollow ? 2 : 1.5;
  c.strokeStyle = hollow ? fill : rim;
  c.stroke();
}
