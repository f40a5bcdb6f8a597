package org.alongside.groups.participant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.groups.group.Group;

/**
 * The groups as they were read, after the person's document was.
 *
 * @param apart people who must not sit with this person, by either's wish
 * @param apartGroups groups that those people's own documents name
 */
record Surroundings(List<Group> groups, Set<String> apart, Set<String> apartGroups) {

    Optional<Group> group(String groupId) {
        return groups.stream().filter(group -> group.groupId().equals(groupId)).findFirst();
    }

    /** By the people's documents and by the groups' own claims, whichever knows first. */
    Set<String> groupsToKeepOutOf() {
        if (apart.isEmpty()) {
            return apartGroups;
        }
        var all = groups.stream()
                .filter(group -> group.places().people().anyMatch(apart::contains))
                .map(Group::groupId)
                .collect(Collectors.toSet());
        all.addAll(apartGroups);
        return all;
    }
}
