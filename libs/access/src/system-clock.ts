/** The clock of technical things, which nobody moves; `Clock` of persistence is one. */
export interface SystemClock {
  system(): Date;
}
