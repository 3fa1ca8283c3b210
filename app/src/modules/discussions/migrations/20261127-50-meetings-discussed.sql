-- Meetings can be discussed too.
call mufakat.open_to_discussion('meetings', 'meeting');
