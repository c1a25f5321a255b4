"""Before a statement is called wrong: could it be meant, misread or misunderstood?"""
