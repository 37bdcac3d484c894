using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Scoring.Api.Console.Gate;

[AllowAnonymous]
public sealed class DeniedModel : PageModel;
