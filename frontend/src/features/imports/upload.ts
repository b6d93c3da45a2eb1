import { sendFile, type Upload } from '@/lib/upload';

/** Sends a file to be imported; with `replace` in the place of the oldest that waits. */
export function upload(file: File, replace: boolean, onPercent: (percent: number) => void): Upload {
  return sendFile(replace ? 'uploads?replace=oldest' : 'uploads', file, onPercent);
}
