import { readFileSync } from 'node:fs';

const megabytes = (pid: number, line: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
};

/** Memory that a process holds now, in MB; Linux only. */
export const memoryOf = (pid: number): number => megabytes(pid, 'VmRSS');

/** The most that it has held so far. */
export const peakMemoryOf = (pid: number): number => megabytes(pid, 'VmHWM');
