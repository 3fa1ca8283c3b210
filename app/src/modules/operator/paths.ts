export const operatorPaths = {
  work: () => '/work/operator',
  retry: (follower: string, number: string | number) => `/work/operator/${follower}/${number}/retry`,
}
