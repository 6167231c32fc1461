-- What rules alone kept, the database now keeps too: who attended and what was asked in minutes,
-- the points of a closed score, the second hand behind a payment, an act that was issued.
CREATE FUNCTION score_point_open() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF EXISTS (SELECT 1 FROM score JOIN sitting ON sitting.id = score.sitting_id
               WHERE score.id = NEW.score_id AND sitting.closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'sitting_closed' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION move_decided() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.decision IS NOT NULL THEN
        RAISE EXCEPTION 'move_decided' USING ERRCODE = '23514';
    END IF;
    IF NEW.decision = 'approved' AND NEW.decided_by = NEW.prepared_by THEN
        RAISE EXCEPTION 'move_two_hands' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION decision_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.status <> 'draft' THEN
        RAISE EXCEPTION 'decision_issued' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION decision_item_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF EXISTS (SELECT 1 FROM decision WHERE id = OLD.decision_id AND status <> 'draft') THEN
        RAISE EXCEPTION 'decision_issued' USING ERRCODE = '23514';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER presence_no_update BEFORE UPDATE ON sitting_presence
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ask_no_update BEFORE UPDATE ON sitting_ask
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER score_point_closed BEFORE INSERT ON score_point
FOR EACH ROW EXECUTE FUNCTION score_point_open();
CREATE TRIGGER move_decided BEFORE UPDATE ON prepared_move
FOR EACH ROW EXECUTE FUNCTION move_decided();
CREATE TRIGGER move_no_delete BEFORE DELETE ON prepared_move
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
FOR EACH ROW EXECUTE FUNCTION decision_stays();
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER decision_item_stays BEFORE UPDATE OR DELETE ON decision_item
FOR EACH ROW EXECUTE FUNCTION decision_item_stays();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
