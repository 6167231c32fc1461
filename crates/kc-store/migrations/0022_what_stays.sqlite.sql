-- What rules alone kept, the database now keeps too: who attended and what was asked in minutes,
-- the points of a closed score, the second hand behind a payment, an act that was issued.
CREATE TRIGGER presence_no_update BEFORE UPDATE ON sitting_presence
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ask_no_update BEFORE UPDATE ON sitting_ask
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER score_point_closed BEFORE INSERT ON score_point
WHEN EXISTS (SELECT 1 FROM score JOIN sitting ON sitting.id = score.sitting_id
             WHERE score.id = NEW.score_id AND sitting.closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'sitting_closed'); END;

CREATE TRIGGER move_two_hands BEFORE UPDATE ON prepared_move
WHEN NEW.decision = 'approved' AND NEW.decided_by = NEW.prepared_by
BEGIN SELECT RAISE(ABORT, 'move_two_hands'); END;
CREATE TRIGGER move_decided BEFORE UPDATE ON prepared_move WHEN OLD.decision IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'move_decided'); END;
CREATE TRIGGER move_no_delete BEFORE DELETE ON prepared_move
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'decision_issued'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decision_item_no_update BEFORE UPDATE ON decision_item
WHEN EXISTS (SELECT 1 FROM decision WHERE id = OLD.decision_id AND status <> 'draft')
BEGIN SELECT RAISE(ABORT, 'decision_issued'); END;
CREATE TRIGGER decision_item_no_delete BEFORE DELETE ON decision_item
WHEN EXISTS (SELECT 1 FROM decision WHERE id = OLD.decision_id AND status <> 'draft')
BEGIN SELECT RAISE(ABORT, 'decision_issued'); END;
