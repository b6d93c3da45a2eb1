import { sendFile, type Upload } from '@/lib/upload';

/** Sends a file to be imported. */
export function upload(file: File, onPercent: (percent: number) => void): Upload {
  return sendFile('uploads', file, onPercent);
}
