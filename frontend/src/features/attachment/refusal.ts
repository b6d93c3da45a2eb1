import type { AttachmentList } from './query';

export type Refusal = 'type' | 'size' | 'empty' | 'count';

type Bounds = Pick<AttachmentList, 'mostBytes' | 'mostFiles' | 'types'>;

/** Why a file need not even be sent; the server looks at what is in it besides. */
export function refusal(
  file: Pick<File, 'name' | 'size'>,
  there: number,
  bounds: Bounds,
): Refusal | null {
  const name = file.name.toLowerCase();
  if (there >= bounds.mostFiles) return 'count';
  if (!bounds.types.some((type) => name.endsWith(type))) return 'type';
  if (file.size === 0) return 'empty';
  if (file.size > bounds.mostBytes) return 'size';
  return null;
}

/** A number of bytes, shortly. */
export function shortSize(bytes: number): string {
  if (bytes >= 1 << 20) return `${(bytes / (1 << 20)).toFixed(1)} MB`;
  if (bytes >= 1 << 10) return `${Math.round(bytes / (1 << 10))} KB`;
  return `${bytes} B`;
}
