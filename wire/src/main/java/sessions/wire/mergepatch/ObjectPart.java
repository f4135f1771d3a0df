package sessions.wire.mergepatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.wire.json.JsonScanner;

/**
 * An object with the positions of its members in its text. Writes this text, except for members that were changed,
 * dropped or added.
 */
final class ObjectPart implements JsonPart {

    private final String text;
    private final int start;
    private final int end;
    private final List<ObjectMember> members;

    /** The start of the first member and the end of the last. */
    private final int head;
    private final int tail;

    /** The last member of each name. Null until the first change, so that unchanged objects are not hashed. */
    private @Nullable Map<String, ObjectMember> lastByName;

    private ObjectPart(String text, int start, int end, List<ObjectMember> members) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.members = members;
        head = members.isEmpty() ? start + 1 : members.getFirst().start();
        tail = members.isEmpty() ? start + 1 : members.getLast().value().end();
    }

    static ObjectPart read(JsonScanner cursor) {
        int start = cursor.start();
        List<ObjectMember> members = new ArrayList<>();
        int previousEnd = start + 1;
        while (cursor.nextMember()) {
            ObjectMember member = ObjectMember.read(cursor, previousEnd);
            members.add(member);
            previousEnd = member.value().end();
        }
        return new ObjectPart(cursor.text(), start, cursor.end(), members);
    }

    @Override
    public int end() {
        return end;
    }

    /** Returns this object with the changes of a patch. */
    ObjectPart changedBy(ObjectPart patch) {
        Map<String, ObjectMember> last = lastByName();
        for (ObjectMember change : patch.members) {
            change(last, change.appended());
        }
        return this;
    }

    /** Returns the result of applying this object to an empty one: without null members, at any depth. */
    ObjectPart withoutNulls() {
        List<ObjectMember> changes = List.copyOf(members);
        members.clear();
        Map<String, ObjectMember> last = lastByName();
        for (ObjectMember change : changes) {
            change(last, change);
        }
        return this;
    }

    private void change(Map<String, ObjectMember> last, ObjectMember change) {
        ObjectMember current = last.get(change.name());
        if (change.value() instanceof OpaquePart value && value.isNull()) {
            ObjectMember.drop(last.remove(change.name()));
        } else if (current != null) {
            current.merge(change.value());
        } else {
            change.stripNulls();
            members.add(change);
            last.put(change.name(), change);
        }
    }

    private Map<String, ObjectMember> lastByName() {
        if (lastByName == null) {
            Map<String, ObjectMember> last = HashMap.newHashMap(members.size());
            members.forEach(member -> member.follows(last.put(member.name(), member)));
            lastByName = last;
        }
        return lastByName;
    }

    @Override
    public void writeTo(StringBuilder out) {
        if (lastByName == null) {
            out.append(text, start, end);
            return;
        }
        out.append('{');
        boolean first = true;
        for (ObjectMember member : members) {
            if (member.isDropped()) {
                continue;
            }
            if (first) {
                out.append(text, start + 1, head);
            } else {
                member.writeSeparatorTo(out);
            }
            member.writeTo(out);
            first = false;
        }
        out.append(text, tail, end);
    }
}
