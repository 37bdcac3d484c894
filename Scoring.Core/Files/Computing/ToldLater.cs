using System.Collections;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files.Computing;

/// <summary>Sentences made each time they are read and kept by nobody: of thousands of entrants one is told at a time.</summary>
internal sealed class ToldLater(Func<IReadOnlyList<Saying>> tell) : IReadOnlyList<Saying>
{
    public int Count => tell().Count;

    public Saying this[int index] => tell()[index];

    public IEnumerator<Saying> GetEnumerator() => tell().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
