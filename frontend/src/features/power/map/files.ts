/** Hands a file to the reader. */
export function download(content: Blob, name: string) {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function svgFile(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

// What browsers draw at most, with something to spare.
const mostPixels = 8000;

/** The picture in pixels, twice as fine as it is on the page where that is possible. */
export async function pngFile(svg: string): Promise<Blob> {
  const image = new Image();
  // The policy of the page allows pictures by data, not by blob.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, mostPixels / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** A name that every system takes for a file. */
export function fileName(name: string, ending: string): string {
  return `${name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'process'}.${ending}`;
}
