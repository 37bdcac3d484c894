using Scoring.Core.Sayings;

namespace Scoring.Core.Checking;

/// <summary>Something wrong in a competition file or definition, for people.</summary>
/// <param name="Path">Where, e.g. <c>$.trades[2].components[0].weight</c>; for text that is no JSON the line and column.</param>
/// <param name="Found">What stands there, shortened.</param>
/// <param name="Allowed">What is allowed there, in Chinese.</param>
/// <param name="Warning">Worth a look, but the file can be used as it is.</param>
public sealed record Problem(string Path, Saying Found, Saying Allowed, bool Warning = false)
{
    /// <summary>One line, whatever the file has in it.</summary>
    public override string ToString() =>
        Printable.Line((Found.ToString().Length == 0 ? (Saying)$"{Path}：{Allowed}" : $"{Path}：现为 {Found}；{Allowed}").ToString());
}
