export { type StuckTask, stuckTasks } from './open-questions.ts'
export { milestonesDue, openTasks, type TaskHead, taskById, tasksNamed, tasksOf, tasksServing } from './store/heads.ts'
export { tallyTasks } from './store/list-tasks.ts'
export { titleIn as taskTitle } from './task.ts'
