export const followingStates = ['follow', 'mute', 'none'] as const
export type FollowingState = (typeof followingStates)[number]

/** How often the digest comes. */
export const rhythms = ['daily', 'weekly', 'none'] as const
export type Rhythm = (typeof rhythms)[number]
