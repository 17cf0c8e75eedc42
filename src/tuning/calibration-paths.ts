/** Addresses of the overrides by case, as the route table writes them. */
export const calibrationPaths = { calibration: '/rulebooks/calibration' } as const;
