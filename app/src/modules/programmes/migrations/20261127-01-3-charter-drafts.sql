call mufakat.close_drafts('charter_versions', 'status = ''draft''');
