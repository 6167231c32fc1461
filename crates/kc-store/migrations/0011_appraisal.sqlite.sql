-- What closed minutes, recusals and struck scores forbid, even to whoever holds the file.
CREATE TRIGGER score_not_recused BEFORE INSERT ON score
WHEN EXISTS (SELECT 1 FROM recusal JOIN sitting ON sitting.council_id = recusal.council_id
             WHERE sitting.id = NEW.sitting_id AND recusal.project_id = NEW.project_id
               AND recusal.person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'score_not_recused'); END;
CREATE TRIGGER score_member BEFORE INSERT ON score
WHEN NOT EXISTS (SELECT 1 FROM council_member
                 JOIN sitting ON sitting.council_id = council_member.council_id
                 WHERE sitting.id = NEW.sitting_id AND council_member.person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'score_member'); END;
CREATE TRIGGER score_closed BEFORE INSERT ON score
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = NEW.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER score_only_struck BEFORE UPDATE ON score
WHEN OLD.struck_at IS NOT NULL OR NEW.struck_at IS NULL OR NEW.total <> OLD.total
  OR NEW.person_id <> OLD.person_id OR NEW.project_id <> OLD.project_id
  OR NEW.sitting_id <> OLD.sitting_id
  OR EXISTS (SELECT 1 FROM sitting WHERE id = OLD.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'score_only_struck'); END;
CREATE TRIGGER score_no_delete BEFORE DELETE ON score
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER score_point_no_update BEFORE UPDATE ON score_point
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER score_point_no_delete BEFORE DELETE ON score_point
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER recusal_no_update BEFORE UPDATE ON recusal
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER recusal_no_delete BEFORE DELETE ON recusal
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER interest_declaration_no_update BEFORE UPDATE ON interest_declaration
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER interest_declaration_no_delete BEFORE DELETE ON interest_declaration
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER interest_tie_no_update BEFORE UPDATE ON interest_tie
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER interest_tie_no_delete BEFORE DELETE ON interest_tie
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ranking_no_update BEFORE UPDATE ON ranking
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ranking_no_delete BEFORE DELETE ON ranking
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER sitting_closed BEFORE UPDATE ON sitting WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER sitting_no_delete BEFORE DELETE ON sitting
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER presence_closed_insert BEFORE INSERT ON sitting_presence
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = NEW.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER presence_closed_delete BEFORE DELETE ON sitting_presence
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = OLD.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER file_closed_insert BEFORE INSERT ON sitting_file
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = NEW.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER file_closed_update BEFORE UPDATE ON sitting_file
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = OLD.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER file_closed_delete BEFORE DELETE ON sitting_file
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = OLD.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER ask_closed_insert BEFORE INSERT ON sitting_ask
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = NEW.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
CREATE TRIGGER ask_closed_delete BEFORE DELETE ON sitting_ask
WHEN EXISTS (SELECT 1 FROM sitting WHERE id = OLD.sitting_id AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;
