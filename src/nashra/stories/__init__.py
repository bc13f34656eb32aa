"""Stories, their bodies, topics, fronts; the verbs that change them."""
