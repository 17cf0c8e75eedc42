/** What one upload, and all of them together, may take; tests allow less. */
export interface UploadLimits {
  readonly bytesPerFile: number;
  readonly files: number;
  /** Of all files of one upload together. */
  readonly totalBytes: number;
  /** Uploads that are received and read at the same time. */
  readonly atOnce: number;
  /** Uploads that wait for their turn; the next one is told to try again. */
  readonly waiting: number;
}

const MEGABYTE = 1024 * 1024;

/** Twenty megabytes a file (security: 'a file takes the server down'). */
export const UPLOAD_LIMITS: UploadLimits = {
  bytesPerFile: 20 * MEGABYTE,
  files: 50,
  totalBytes: 100 * MEGABYTE,
  atOnce: 3,
  waiting: 20,
};
