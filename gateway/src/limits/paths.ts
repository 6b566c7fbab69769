/** Ways to one field that the planner may weigh; what is above is refused as TOO_COMPLEX. */
export const PATHS_LIMIT = 200;
