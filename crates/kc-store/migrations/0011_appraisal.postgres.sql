-- What closed minutes, recusals and struck scores forbid, even to the owner of the tables.
CREATE FUNCTION score_given() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF EXISTS (SELECT 1 FROM recusal JOIN sitting ON sitting.council_id = recusal.council_id
               WHERE sitting.id = NEW.sitting_id AND recusal.project_id = NEW.project_id
                 AND recusal.person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'score_not_recused' USING ERRCODE = '23514';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM council_member
                   JOIN sitting ON sitting.council_id = council_member.council_id
                   WHERE sitting.id = NEW.sitting_id
                     AND council_member.person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'score_member' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION score_struck_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.struck_at IS NOT NULL OR NEW.struck_at IS NULL OR NEW.total <> OLD.total
       OR NEW.person_id <> OLD.person_id OR NEW.project_id <> OLD.project_id
       OR NEW.sitting_id <> OLD.sitting_id THEN
        RAISE EXCEPTION 'score_only_struck' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION sitting_is_open() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE held bytea; BEGIN
    IF TG_OP = 'INSERT' THEN held := NEW.sitting_id; ELSE held := OLD.sitting_id; END IF;
    IF EXISTS (SELECT 1 FROM sitting WHERE id = held AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'sitting_closed' USING ERRCODE = '23514';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION sitting_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'sitting_closed' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER score_given BEFORE INSERT ON score FOR EACH ROW EXECUTE FUNCTION score_given();
CREATE TRIGGER score_only_struck BEFORE UPDATE ON score
FOR EACH ROW EXECUTE FUNCTION score_struck_only();
CREATE TRIGGER score_no_delete BEFORE DELETE ON score FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER score_closed BEFORE INSERT OR UPDATE ON score
FOR EACH ROW EXECUTE FUNCTION sitting_is_open();
CREATE TRIGGER score_point_stays BEFORE UPDATE OR DELETE ON score_point
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER recusal_stays BEFORE UPDATE OR DELETE ON recusal
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER interest_declaration_stays BEFORE UPDATE OR DELETE ON interest_declaration
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER interest_tie_stays BEFORE UPDATE OR DELETE ON interest_tie
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ranking_stays BEFORE UPDATE OR DELETE ON ranking
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER sitting_closed BEFORE UPDATE ON sitting
FOR EACH ROW EXECUTE FUNCTION sitting_stays();
CREATE TRIGGER sitting_no_delete BEFORE DELETE ON sitting
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER presence_closed BEFORE INSERT OR DELETE ON sitting_presence
FOR EACH ROW EXECUTE FUNCTION sitting_is_open();
CREATE TRIGGER file_closed BEFORE INSERT OR UPDATE OR DELETE ON sitting_file
FOR EACH ROW EXECUTE FUNCTION sitting_is_open();
CREATE TRIGGER ask_closed BEFORE INSERT OR DELETE ON sitting_ask
FOR EACH ROW EXECUTE FUNCTION sitting_is_open();
