using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;

namespace Scoring.Api.Hosting.Front;

/// <summary>The laptop's bare address, typed by whoever was told it: where to go from here.</summary>
[AllowAnonymous]
public sealed class FrontModel(IResultsFeed feed) : PageModel
{
    public IReadOnlyList<string> Lines => feed.Competitions is [var only] ? only.NameLines : ["技能大赛评分系统"];
}
