using System.Collections;

namespace Scoring.Core.Files.Computing;

/// <summary>Sentences made each time they are read and kept by nobody: of thousands of entrants one is told at a time.</summary>
internal sealed class ToldLater(Func<IReadOnlyList<string>> tell) : IReadOnlyList<string>
{
    public int Count => tell().Count;

    public string this[int index] => tell()[index];

    public IEnumerator<string> GetEnumerator() => tell().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
