/** The zones that a clock may go by, as this runtime knows them; for proposing, never for checking. */
export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')
